"""What a person does. Nothing in this room knows that anyone is watching.

vocabulary  the acts, services and roles there are: the narrow waist to every regime
scenes      what is written: scenes, choices, bills, people, endings
days        what happens: which scene comes, what a choice does, how a night passes
"""
