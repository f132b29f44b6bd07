"""What may be said in the YAML: frozen pydantic models, one module for each kind of content file."""
