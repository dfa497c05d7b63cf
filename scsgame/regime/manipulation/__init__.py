"""Room three: what is done about it. A standing goes in; doors, notices and redress come out."""
