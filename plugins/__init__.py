"""The rooms of the diary, one feature each. Nothing is imported here: a room loads only what it needs."""
