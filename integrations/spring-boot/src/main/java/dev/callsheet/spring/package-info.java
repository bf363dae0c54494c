/**
 * Callsheet in a Spring Boot application, 3.5 or 4: a {@link
 * dev.callsheet.runtime.client.CallsheetClient} made of the application's {@linkplain
 * dev.callsheet.spring.CallsheetProperties properties}, bound to what else the application has: its
 * meters, its health, its web server for webhooks, and a sandbox in its tests.
 */
@NullMarked
package dev.callsheet.spring;

import org.jspecify.annotations.NullMarked;
