"""What stands over the body: headline, byline, caption, standfirst."""
