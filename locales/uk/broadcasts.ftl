# Messages to many: how they go, and what the secretariat can do about them.
broadcast-error-unknown = Розсилки з номером { $id } немає. Які є, показує список розсилок.
broadcast-error-over = Ця розсилка вже завершена: змінити в ній нічого не можна.
