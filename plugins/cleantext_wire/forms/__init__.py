"""The forms that this pack knows, a module for each family; each module's ``FORMS`` is read by the story's reader."""
