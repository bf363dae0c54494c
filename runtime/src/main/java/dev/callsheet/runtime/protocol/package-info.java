/**
 * How a platform is spoken to, as data: the requests that submit, poll, fetch and cancel, where
 * things stand in their replies, and what a lost reply means. {@link
 * dev.callsheet.runtime.protocol.PlatformProtocol} holds all of it.
 */
@NullMarked
package dev.callsheet.runtime.protocol;

import org.jspecify.annotations.NullMarked;
