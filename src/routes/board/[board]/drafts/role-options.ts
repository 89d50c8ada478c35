import { partyRoles } from '#lib/domain/board.ts';
import { roleWord } from '#lib/proposal/proposal-words.ts';

export const roleOptions = () => partyRoles.map((value) => ({ value, label: roleWord(value) }));
