package org.shuangbaodao.operations;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the service, or does one of the operator's commands and ends. */
@QuarkusMain
public class Main {

    private Main() {
    }

    public static void main(String... arguments) {
        if (arguments.length > 0 && Commands.isOne(arguments[0])) {
            System.exit(new Commands(System.out, System.err).run(arguments));
        }
        LogStyle.choose();
        Quarkus.run(arguments);
    }
}
