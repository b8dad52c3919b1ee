"""What goes on without anybody writing: the outbox sender and the ticker."""
