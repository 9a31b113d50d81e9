"""Reports of figures: anybody tells the data desk what is wrong with one."""
