package org.shuangbaodao.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

import org.shuangbaodao.kernel.Actor;
import org.shuangbaodao.kernel.CurrentActor;

import io.quarkus.arc.DefaultBean;

/** As long as nothing tells people apart, everybody is a visitor. */
class VisitorActor {

    @Produces
    @DefaultBean
    @ApplicationScoped
    CurrentActor everybody() {
        return () -> Actor.VISITOR;
    }
}
