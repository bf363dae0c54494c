/**
 * What generated code and applications need: requests, violations, prices and the client. Of
 * libraries, Jackson alone.
 */
@SuppressWarnings("module") // the modules named behind "to" are compiled later
module dev.callsheet.runtime {
  requires transitive tools.jackson.databind;
  requires transitive java.net.http;
  requires jdk.httpserver;
  requires static transitive org.jspecify;

  exports dev.callsheet.runtime;
  exports dev.callsheet.runtime.support;
  exports dev.callsheet.runtime.client;
  exports dev.callsheet.runtime.client.budget;
  exports dev.callsheet.runtime.client.download;
  exports dev.callsheet.runtime.client.error;
  exports dev.callsheet.runtime.client.job;
  exports dev.callsheet.runtime.client.journal;
  exports dev.callsheet.runtime.client.journal.file;
  exports dev.callsheet.runtime.client.media;
  exports dev.callsheet.runtime.client.policy;
  exports dev.callsheet.runtime.client.webhook;
  exports dev.callsheet.runtime.protocol;
  exports dev.callsheet.runtime.internal.datauri to
      dev.callsheet.sandbox;
  exports dev.callsheet.runtime.internal.hash to
      dev.callsheet.generator,
      dev.callsheet.linter,
      dev.callsheet.spec;
  exports dev.callsheet.runtime.internal.journal to
      dev.callsheet.sandbox;
  exports dev.callsheet.runtime.internal.messages to
      dev.callsheet.generator,
      dev.callsheet.linter,
      dev.callsheet.spec;
  exports dev.callsheet.runtime.internal.net to
      dev.callsheet.sandbox;
  exports dev.callsheet.runtime.internal.platform to
      dev.callsheet.generator,
      dev.callsheet.sandbox;
  exports dev.callsheet.runtime.internal.regex to
      dev.callsheet.spec;
  exports dev.callsheet.runtime.internal.runware to
      dev.callsheet.generator;
  exports dev.callsheet.runtime.internal.secrets to
      dev.callsheet.linter,
      dev.callsheet.sandbox,
      dev.callsheet.spec;

  opens dev.callsheet.runtime.client to
      tools.jackson.databind;
  opens dev.callsheet.runtime.internal.media to
      tools.jackson.databind;
  opens dev.callsheet.runtime.protocol to
      tools.jackson.databind;
}
