/* The time zone of the person's own clock, offered among the usual ones. */
"use strict";

const choice = document.querySelector("select[name='time_zone']");
const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
const found = choice && [...choice.options].find((option) => option.value === own);
const usual = choice?.querySelector("optgroup");
if (found && usual && found.parentElement !== usual) usual.append(found);
