"""Documents as content, apart from their form: written once, drawn as DOCX, HTML and Markdown."""
