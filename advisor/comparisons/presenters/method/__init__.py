"""The method page: its tables, each made from the rules and conventions that run."""
