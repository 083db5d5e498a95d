package org.shuangbaodao.database;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.interceptor.InterceptorBinding;

/**
 * Put beside {@code @Transactional} on a facade method that writes: when the database gives the transaction up (deadlock, lock
 * wait, snapshot conflict, a failover), the whole method runs again in a new one, a few times. Inside a running transaction it
 * does nothing: the outermost method decides.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.METHOD, ElementType.TYPE })
public @interface Retried {
}
