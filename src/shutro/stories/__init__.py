"""Articles become stories, and stories a timeline with the sentences that each line rests on."""
