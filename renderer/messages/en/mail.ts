export const mail = {
  title: 'By e-mail',
  recipient: 'To',
  hint: 'sent as soon as there is a connection',
  papers: 'Papers',
  queue: 'Send',
  queued_one: 'One paper waits to be sent.',
  queued_other: '{{count}} papers wait to be sent.',
  waits: 'e-mail to {{recipient}} waits to be sent',
  sent: 'by e-mail to {{recipient}}, {{time}}',
  failed: 'e-mail to {{recipient}} did not arrive: {{reason}}',
  problem: {
    email_invalid: 'Enter an e-mail address, like name@company.ch.',
    nothing_chosen: 'Choose at least one paper.',
    role_may_not_write: 'This role cannot send anything.',
  },
} as const;
