package io.crosscheck.search;

import io.crosscheck.tensor.Shape;

/**
 * Inputs that can be crossed: of one whole shape, and all with the optional inputs or none.
 *
 * @param optional whether the inputs that may be left out are there
 */
record Niche(Shape shape, boolean optional) {}
