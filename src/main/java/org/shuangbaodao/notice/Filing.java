package org.shuangbaodao.notice;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * An objection as somebody writes it. All but the text may be left out.
 *
 * @param about whom or what, in his words
 * @param aboutDecider whether it concerns a person who decides in this branch: then the superior answers
 * @param name who he is; read only by whoever answers
 * @param contact alike
 * @param deed the entry in question, {@code SERVICE_RECORD/<id>}: only for people who may see the full list
 */
record Filing(@NotBlank @Size(max = 2000) String text, @Size(max = 200) String about, boolean aboutDecider,
        @Size(max = 60) String name, @Size(max = 100) String contact, @Size(max = 95) String deed) {

    static boolean isGiven(String text) {
        return text != null && !text.isBlank();
    }
}
