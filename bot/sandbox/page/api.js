// Talking to the sandbox.

export async function get(path) {
  const response = await fetch(`/sandbox/api/${path}`);
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
  return response.json();
}

export async function post(chatId, action, body) {
  const response = await fetch(`/sandbox/api/chats/${chatId}/${action}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
  return response.json();
}

// Calls `onEvent` for every change, `onOpen` after every (new) connection, `onLost` when it breaks.
export function listen({ onEvent, onOpen, onLost }) {
  const source = new EventSource("/sandbox/events");
  source.onopen = onOpen;
  source.onerror = onLost;
  source.onmessage = (event) => onEvent(JSON.parse(event.data));
}

export function base64(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result.slice(reader.result.indexOf(",") + 1));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}
