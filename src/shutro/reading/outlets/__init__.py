"""What is known of an outlet, a file each: its name, its hosts, its clock, its layouts."""
