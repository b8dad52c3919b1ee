# Messages to many: how they go, and what the secretariat can do about them.
broadcast-error-unknown = There is no broadcast number { $id }. The list of broadcasts shows those there are.
broadcast-error-over = This broadcast is over: nothing of it can be changed any more.
