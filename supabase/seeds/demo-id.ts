import { createHash } from 'node:crypto';

const namespace = Buffer.from('6f7d1f0e5c5b4c0e9b1a2f3d4c5b6a79', 'hex');

/** The same id for the same name, for ever (UUID version 5), so that tests can name rows: `vehicle/ZH 218 401`. */
export function demoId(name: string): string {
  const bytes = createHash('sha1').update(namespace).update(name).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

export function categoryId(companyId: string, code: string): string {
  return demoId(`category/${companyId}/${code}`);
}

export function rateId(companyId: string, code: string, minimumDays: number): string {
  return demoId(`rate/${companyId}/${code}/${minimumDays}`);
}
