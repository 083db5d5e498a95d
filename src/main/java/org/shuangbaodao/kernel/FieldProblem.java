package org.shuangbaodao.kernel;

/** One field that was not right: its name as the client sent it, and the key of the text that says why. */
public record FieldProblem(String field, String reason) {
}
