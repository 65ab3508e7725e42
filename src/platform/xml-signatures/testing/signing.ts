import type { SmallAuthority } from '#test/small-authority';
import { must } from '#test/small-services';
import { signXml, wrapXml, type XmlSigning } from '../index.ts';

/** A form as it is submitted: a default namespace, a prefix, text with marks, attributes out of order. */
export const form = `<?xml version="1.0" encoding="UTF-8"?>
<ToKhai xmlns="urn:example:to-khai" xmlns:p="urn:example:phu" Id="to-khai" p:ban="2" loai="khai-sinh">
  <HoTen>Nguyễn Thị Đường</HoTen>
  <p:GhiChu xml:lang="vi">5 &lt; 7 &amp; "đủ"</p:GhiChu>
  <Trong/>
</ToKhai>
`;

export const wrapped = async (content: string = form): Promise<Uint8Array> =>
  must(await wrapXml(Buffer.from(content)));

export const signedBy = async (
  bytes: Uint8Array,
  authority: SmallAuthority,
  wish: Partial<XmlSigning> = {},
): Promise<Uint8Array> =>
  must(await signXml(bytes, { signer: authority.person, at: authority.at, id: 'chu-ky-1', ...wish }));
