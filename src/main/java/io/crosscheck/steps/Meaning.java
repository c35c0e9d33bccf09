package io.crosscheck.steps;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a step or a parameter type means, in a sentence or two for readers of features. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Meaning {

  String value();
}
