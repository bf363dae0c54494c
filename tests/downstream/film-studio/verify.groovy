String log = new File(basedir, 'build.log').text

// The specs of the jar are proved where they live, and known to both modules that depend on it.
assert log.contains('Checked 1 spec: 0 errors, 0 warnings, 0 notes')
assert new File(basedir, 'trailer/target/generated-sources/callsheet-clips').isDirectory()
assert new File(basedir, 'trailer/target/generated-sources/callsheet-stills').isDirectory()

// What is generated for tests is compiled with them, and is in no jar.
assert new File(basedir, 'trailer/target/generated-test-sources/callsheet-rehearsals').isDirectory()
assert new File(basedir, 'trailer/target/test-classes/com/example/trailer/Rehearsal.class').exists()
def jar = new java.util.zip.ZipFile(new File(basedir, 'trailer/target/film-studio-trailer-1.0-SNAPSHOT.jar'))
assert !jar.entries().any { it.name.contains('rehearsals') }
jar.close()

// The studio's own spec has the last word, and says so.
File own = new File(basedir, 'premiere/src/main/callsheet/kling-video-3-0-omni-pro.yaml')
assert log.contains("klingai:kling-video@o3-pro is read from ${own}, which replaces the bundled spec.")
assert log.contains('Linted 1 file, 1 request: 0 errors, 0 warnings')

// The server inside the sandbox does not talk.
assert !log.contains('jetty')

// Two tasks went to the sandbox of the build, which is gone.
def sandbox = (log =~ /Stopped the sandbox at http:\/\/127\.0\.0\.1:(\d+)\/v1: tasks submitted: 2/)
assert sandbox.find()
try {
  new Socket('127.0.0.1', sandbox.group(1) as int).close()
  assert false: 'the port is still open'
} catch (ConnectException expected) {
  // nobody listens
}

// The other platform had a sandbox, too, and one task.
assert log.contains('known to the build as ${callsheet.endpoint.replicate}')
assert (log =~ /Stopped the sandbox at http:\/\/127\.0\.0\.1:\d+\/v1: tasks submitted: 1/).find()

// The pages of the studio's models, its own and those that it names.
List pages = new File(basedir, 'premiere/target/callsheet-docs/models').list().findAll { it.endsWith('.html') }.sort()
assert pages.any { it.startsWith('inkwell-') } && pages.contains('klingai-kling-video-o3-pro.html')
assert pages.every { it.startsWith('inkwell-') || it.startsWith('klingai-kling-video-o3-pro') }
assert new File(basedir, 'premiere/target/callsheet-docs/index.html').text.contains('guides.html')
assert new File(basedir, 'premiere/target/callsheet-docs/guides/house-style.html').text.contains('Postcards are square.')
