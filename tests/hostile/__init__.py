"""Files as nobody should send them, made from small honest ones, and the way of each through the whole intake."""
