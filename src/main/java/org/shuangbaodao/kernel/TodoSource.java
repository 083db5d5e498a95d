package org.shuangbaodao.kernel;

import java.util.List;

/** Implemented by features where something can wait for a person; the home page shows what all of them answer. */
public interface TodoSource {

    List<Todo> of(Actor actor);
}
