/** The wire of a simulator process: a WebSocket on loopback, one binary message for each command and each response. */
export const wirePath = '/wire';
/** Named in the handshake, so that another server on the port is noticed before a command is sent. */
export const wireSubprotocol = 'hostblind-wire.v1';
export const defaultWirePort = 9997;
/** Close codes of the wire: the device lost its power; as many programs as it takes are connected already. */
export const wireDeviceGone = 4001;
export const wireInUse = 4002;
