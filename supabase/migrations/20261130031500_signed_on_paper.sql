-- Who has no pointer, or cannot write on a screen, signs the print by hand (ADR 20). Then nothing was drawn, and the column says so.

comment on column public.contracts.signature is
  'The strokes of the renter''s pen, or {"onPaper": true} where the print is signed by hand; once here, the contract is frozen.';
comment on column public.amendments.signature is
  'The strokes of the renter''s pen, or {"onPaper": true} where the print is signed by hand.';
comment on column public.handovers.signature is
  'The strokes of the renter''s pen, or {"onPaper": true} where the print is signed by hand.';
