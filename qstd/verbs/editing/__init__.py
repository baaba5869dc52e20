"""What the editor does: looking at the workspace, drafts that survive, saving that loses nothing."""
