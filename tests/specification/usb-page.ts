/** `docs/protocol/usb.md`: what a device must say of itself on the USB, with the bytes of the simulator's. */
import {
  binaryObjectStore,
  configurationDescriptor,
  deviceDescriptor,
  microsoftOsDescriptorSet,
  reportDescriptor,
  stringDescriptor,
} from '../../firmware-sim/ports/usbip/descriptors.ts';
import { usbIdentity } from '../../firmware-sim/ports/usbip/usb-options.ts';
import { toHex } from '../../src/protocol/bytes.ts';
import { page } from './markdown.ts';

const bytes = (data: Uint8Array): string =>
  (
    toHex(data)
      .toUpperCase()
      .match(/.{1,32}/g) ?? []
  )
    .map((line) => line.replace(/(..)(?=.)/g, '$1 '))
    .join('\n');

const block = (data: Uint8Array): string => `\`\`\`\n${bytes(data)}\n\`\`\``;

const identity = usbIdentity();

export function usbPage(): Promise<string> {
  return page(
    'USB: what a device says of itself',
    `What hosts need of a device on a cable, and the descriptors of the simulator as an example that works with all of them: WebHID and WebUSB in
Chromium, node-hid, hidraw, and Ledger's own transports. All numbers are little-endian here, as USB has them. The framing in the reports is
that of [the protocol](../protocol.md#hid-framing).`,
    `## What hosts look for

| host | what it looks for | what it uses |
| --- | --- | --- |
| Chromium on a computer, WebHID | a top-level collection with usage page \`FFA0\`; any vendor and product id | output and input reports of 64 bytes, report id 0 |
| Chrome on Android, WebUSB | an interface of class \`FF\`; any ids | that interface's interrupt endpoints, number 3 in and out |
| Linux, \`hostblind\` | usage page \`FFA0\` in the report descriptor | \`/dev/hidraw*\`; the [udev rules](../plug-in.md) must let it |
| macOS and Windows, \`hostblind\` | usage page \`FFA0\` | node-hid |
| Ledger's own tools | vendor id \`2C97\` and usage page \`FFA0\`, or interface 0 | as above |

1. **Interface 0 is HID** (class 3, no boot protocol): one collection of usage page \`FFA0\`, one input and one output report of 64 bytes, **no report
   ids**, an interrupt endpoint each way with packets of 64 bytes. WebHID is offered no device without it.
2. **A second interface of class \`FF\`**, subclass and protocol \`FF\`, with **endpoints \`83\` and \`03\`**, is what WebUSB opens. It is needed for Chrome on
   Android alone: no phone has WebHID. The numbers of its endpoints are fixed, since the transport in use knows no others; its own number isn't.
   It carries the same framing, and its framing state is its own.
3. **The polling interval** of every endpoint is 1 ms (\`bInterval\` 1, full speed). A longer one works, and makes each exchange slower: a response of
   177 bytes is four reports.
4. **BOS** (\`bcdUSB\` at least \`0210\`): the WebUSB capability, without a landing page (\`iLandingPage\` 0), and the Microsoft OS 2.0 capability, whose
   descriptor set gives the second interface its WinUSB driver. Without the second one, Windows has no driver for it; HID needs neither.
5. **Strings.** Manufacturer, product and serial number. Hosts show the product as the system shows it, and trust none of them: what a device is,
   its certificate says. A simulator's product ends in "Simulator". The serial number must not be one that a host could follow across
   machines: the same for all devices of a kind.
6. **Ids.** A maker uses its own vendor id. \`2C97\` is Ledger's.
7. **Between two hosts**, the system keeps one interface for one program. A device must answer on both interfaces, one command at a time; each
   interface is [a link](../protocol.md#links) for itself, or both are one, as the simulator has it.
8. **A cable that is pulled**, a reset, and a new configuration forget what was received in part. They don't end a ceremony: power does.`,
    `## Report descriptor, ${reportDescriptor.length} bytes

Usage page \`FFA0\`, usage 1, a collection of: usage 3, 64 bytes, input; usage 4, 64 bytes, output.`,
    block(reportDescriptor),
    '## Device descriptor',
    block(deviceDescriptor(identity)),
    `Vendor \`2C97\` and product \`5000\` are Ledger's: the simulator has them for tools that look for nothing else ([plug-in.md](../plug-in.md)).`,
    `## Configuration, with both interfaces

Bus powered, 100 mA. In order: configuration, interface 0, HID, endpoints \`82\` and \`02\`, interface 1, endpoints \`83\` and \`03\`.`,
    block(configurationDescriptor()),
    `## Strings

Languages (\`0409\`), then 1 "${identity.manufacturer}", 2 "${identity.product}", 3 "${identity.serial}", UTF-16.`,
    ...[0, 1, 2, 3].map((index) => block(stringDescriptor(identity, index) ?? new Uint8Array())),
    `## BOS

Two platform capabilities: WebUSB (\`{3408B638-09A9-47A0-8BFD-A0768815B665}\`, version 1.00, vendor code \`01\`) and Microsoft OS 2.0
(\`{D8DD60DF-4589-4CC7-9CD2-659D9E648A9F}\`, Windows 8.1, vendor code \`02\`).`,
    block(binaryObjectStore()),
    `## Microsoft OS 2.0 descriptor set

The answer to the vendor request \`C0 02\`, \`wIndex\` 7: WinUSB for interface 1 of configuration 1, and its \`DeviceInterfaceGUIDs\`. A maker draws a GUID of
its own.`,
    block(microsoftOsDescriptorSet()),
    `## Control requests

A device answers the standard requests of USB 2.0, chapter 9, and of HID 1.11: the HID and report descriptors of interface 0, \`SET_IDLE\` (accepted),
\`GET_IDLE\` (0), \`SET_REPORT\` of an output report (as if it had come by the endpoint), \`GET_REPORT\` of an input report (64 zeros). It stalls on everything
else, the device qualifier and WebUSB's request for a landing page among it.`,
  );
}
