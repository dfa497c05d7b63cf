"""What is on the screen, asked of a fake life: no engine and no files are needed."""
