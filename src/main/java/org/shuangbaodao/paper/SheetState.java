package org.shuangbaodao.paper;

/** The way of a sheet. */
public enum SheetState {

    PRINTED,
    /** The office has it in hand; its records count as entered on that day. */
    RECEIVED,
    /** Typed; nothing more comes of it. */
    APPLIED,
    /** Lost or spoilt. */
    VOIDED
}
