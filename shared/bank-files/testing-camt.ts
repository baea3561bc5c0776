/** Writes bank files for tests and the bench. Not a writer for anything else: it trusts what it is given. */
export interface CamtDetailSketch {
  readonly amount: string;
  readonly ref?: string;
  readonly servicerRef?: string;
  readonly payer?: string;
  readonly ustrd?: string;
  /** Beside the reference: `Strd/AddtlRmtInf`. */
  readonly besides?: string;
  readonly currency?: string;
  readonly ultimatePayer?: string;
  readonly payerIban?: string;
  readonly endToEndId?: string;
  readonly uetr?: string;
}

export interface CamtEntrySketch {
  readonly amount: string;
  readonly currency?: string;
  readonly direction?: string;
  readonly reversal?: boolean;
  readonly status?: string;
  readonly day?: string;
  readonly ntryRef?: string;
  readonly servicerRef?: string;
  readonly batchCount?: number;
  readonly details?: Iterable<CamtDetailSketch>;
  readonly info?: string;
}

export interface CamtSketch {
  readonly message?: 'camt.053' | 'camt.054';
  readonly version?: '04' | '08';
  readonly messageId?: string;
  readonly page?: string;
  readonly statementId?: string;
  readonly entries: Iterable<CamtEntrySketch>;
}

export function camtText(sketch: CamtSketch): string {
  return [...camtChunks(sketch)].join('');
}

export function* camtChunks({
  message = 'camt.054',
  version = '08',
  messageId = 'M1',
  page,
  statementId = 'S1',
  entries,
}: CamtSketch): Generator<string> {
  const [root, statement] =
    message === 'camt.053' ? ['BkToCstmrStmt', 'Stmt'] : ['BkToCstmrDbtCdtNtfctn', 'Ntfctn'];
  yield `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:${message}.001.${version}">
<${root}><GrpHdr><MsgId>${messageId}</MsgId>${page === undefined ? '' : `<MsgPgntn><PgNb>${page}</PgNb><LastPgInd>false</LastPgInd></MsgPgntn>`}</GrpHdr>
<${statement}><Id>${statementId}</Id><Acct><Id><IBAN>CH9300762011623852957</IBAN></Id><Ccy>CHF</Ccy></Acct>
`;
  for (const entry of entries) yield* entryChunks(entry, version);
  yield `</${statement}></${root}></Document>\n`;
}

function* entryChunks(entry: CamtEntrySketch, version: string): Generator<string> {
  const { currency = 'CHF', direction = 'CRDT', status = 'BOOK', day = '2026-11-18' } = entry;
  const party = (name: string) => (version === '08' ? `<Pty><Nm>${name}</Nm></Pty>` : `<Nm>${name}</Nm>`);
  yield `<Ntry>${optional('NtryRef', entry.ntryRef)}<Amt Ccy="${currency}">${entry.amount}</Amt>
<CdtDbtInd>${direction}</CdtDbtInd>${optional('RvslInd', entry.reversal?.toString())}
<Sts>${version === '08' ? `<Cd>${status}</Cd>` : status}</Sts>
<BookgDt><Dt>${day}</Dt></BookgDt><ValDt><Dt>${day}</Dt></ValDt>${optional('AcctSvcrRef', entry.servicerRef)}
`;
  if (entry.details || entry.batchCount !== undefined) {
    yield `<NtryDtls>${entry.batchCount === undefined ? '' : `<Btch><NbOfTxs>${entry.batchCount}</NbOfTxs></Btch>`}`;
    for (const detail of entry.details ?? []) {
      const { ref, payer, ultimatePayer, payerIban } = detail;
      const besides = optional('AddtlRmtInf', detail.besides);
      const refInf =
        ref === undefined
          ? ''
          : `<CdtrRefInf><Tp><CdOrPrtry><Prtry>QRR</Prtry></CdOrPrtry></Tp><Ref>${ref}</Ref></CdtrRefInf>`;
      yield `<TxDtls><Refs>${optional('AcctSvcrRef', detail.servicerRef)}<EndToEndId>${detail.endToEndId ?? 'NOTPROVIDED'}</EndToEndId>${optional('UETR', detail.uetr)}</Refs>
<Amt Ccy="${detail.currency ?? currency}">${detail.amount}</Amt><CdtDbtInd>${direction}</CdtDbtInd>
<RltdPties>${payer === undefined ? '' : `<Dbtr>${party(payer)}</Dbtr>`}${payerIban === undefined ? '' : `<DbtrAcct><Id><IBAN>${payerIban}</IBAN></Id></DbtrAcct>`}${ultimatePayer === undefined ? '' : `<UltmtDbtr>${party(ultimatePayer)}</UltmtDbtr>`}</RltdPties>
<RmtInf>${optional('Ustrd', detail.ustrd)}${refInf + besides === '' ? '' : `<Strd>${refInf}${besides}</Strd>`}</RmtInf>
</TxDtls>
`;
    }
    yield '</NtryDtls>';
  }
  yield `${optional('AddtlNtryInf', entry.info)}</Ntry>\n`;
}

function optional(name: string, text: string | undefined): string {
  return text === undefined ? '' : `<${name}>${text}</${name}>`;
}
