"""The floor: what any record of the registry can do. It knows no city."""
