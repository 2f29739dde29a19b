"""What people say of findings: the file it is kept in, the findings it is about, and what it puts right."""
