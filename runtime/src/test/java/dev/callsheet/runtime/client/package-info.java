/** The client against a scripted server on loopback. */
@NullMarked
package dev.callsheet.runtime.client;

import org.jspecify.annotations.NullMarked;
