package org.shuangbaodao.kernel;

import java.io.Serial;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Thrown by facades when a request cannot be done. Nothing was changed when it is thrown out of a transaction: it rolls back.
 */
public class Problem extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient ProblemType type;
    private final transient List<Object> arguments;
    private final transient Map<String, Object> extensions = new LinkedHashMap<>();

    /** @param arguments fill the placeholders {0}, {1} of the type's detail text */
    public Problem(ProblemType type, Object... arguments) {
        super(type.code());
        this.type = type;
        this.arguments = List.of(arguments);
    }

    /** Adds a member to the problem+json answer, for programs rather than readers. */
    public Problem with(String name, Object value) {
        extensions.put(name, value);
        return this;
    }

    public ProblemType type() {
        return type;
    }

    public List<Object> arguments() {
        return arguments;
    }

    public Map<String, Object> extensions() {
        return Collections.unmodifiableMap(extensions);
    }
}
