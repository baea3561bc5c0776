/** What the rules that join several fields of a paper find. */
export type PaperFault =
  | {
      readonly code:
        | 'qr_iban'
        | 'vat_rate'
        | 'vat'
        | 'vat_without_uid'
        | 'period'
        | 'signed_at'
        | 'outside'
        | 'due'
        | 'payment'
        | 'nothing_open'
        | 'not_overdue'
        | 'step'
        | 'amount_not_positive'
        | 'customer_missing'
        | 'not_cash'
        | 'too_little'
        | 'vat_sum'
        | 'vat_of_lines'
        | 'in_future'
        | 'time_skipped'
        | 'not_in_rental'
        | 'birth_date'
        | 'check_out_missing'
        | 'check_out_twice'
        | 'damage_known'
        | 'unknown_damage'
        | 'key_box'
        | 'off_sketch';
    }
  | { readonly code: 'vat_rates'; readonly limit: number }
  /** Both in Rappen. */
  | { readonly code: 'vat_differs'; readonly limit: number; readonly computed: number }
  /** The file is for another kind of paper than was asked for. */
  | { readonly code: 'kind'; readonly asked: string; readonly found: string };
