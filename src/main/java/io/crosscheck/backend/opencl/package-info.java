/**
 * A backend on any OpenCL device, a processor's driver included; kernels lie beside it as
 * resources. Nothing outside knows its classes but the provider, which loads without the binding.
 */
@NullMarked
package io.crosscheck.backend.opencl;

import org.jspecify.annotations.NullMarked;
