@echo off
rem Runs the callsheet command on Windows, as the script callsheet does elsewhere: the jar that CALLSHEET_JAR names, a
rem release that CALLSHEET_VERSION or callsheet.release names and pins, or what was built here. It builds nothing.
setlocal
rem Programs are those of the path, not what lies in the directory that requests are in.
set "NoDefaultCurrentDirectoryInExePath=1"
set "root=%~dp0"
set "built=%root%cli\target\callsheet.jar"

set "java="
for %%p in (java.exe) do set "java=%%~$PATH:p"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "java=%JAVA_HOME%\bin\java.exe"
if not defined java goto nojava

set "version=%CALLSHEET_VERSION%"
set "sha256=%CALLSHEET_SHA256%"
set "releases=%CALLSHEET_RELEASES%"

set "jar=%CALLSHEET_JAR%"
if defined jar goto given
if defined version goto release
set "jar=%built%"
if exist "%jar%" goto run
if not exist "%root%callsheet.release" goto nothing
for /f "usebackq tokens=1,* delims==" %%a in ("%root%callsheet.release") do if "%%a"=="version" set "version=%%b"
if defined sha256 goto release
for /f "usebackq tokens=1,* delims==" %%a in ("%root%callsheet.release") do if "%%a"=="sha256" set "sha256=%%b"

:release
rem Something is left of a text without these characters where it has others; the end of a line is one of them, so none.
for /f "eol=0 delims=.-0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ" %%c in ("%version%") do goto noversion
if not defined sha256 goto notpinned
for /f "eol=0 delims=0123456789abcdefABCDEF" %%c in ("%sha256%") do goto notpinned
if "%sha256:~63,1%"=="" goto notpinned
if not "%sha256:~64%"=="" goto notpinned
if defined releases goto cached
if not exist "%root%callsheet.release" goto nowhere
for /f "usebackq tokens=1,* delims==" %%a in ("%root%callsheet.release") do if "%%a"=="releases" set "releases=%%b"
if not defined releases goto nowhere

:cached
set "cache=%CALLSHEET_CACHE%"
if not defined cache set "cache=%LOCALAPPDATA%\callsheet"
set "jar=%cache%\%sha256%\callsheet.jar"
if not exist "%jar%" goto fetch
call :checksum "%jar%"
if /i "%found%"=="%sha256%" goto run

:fetch
set "address=%releases%/v%version%/callsheet.jar"
set "part=%jar%.%RANDOM%%RANDOM%"
if not exist "%cache%\%sha256%" mkdir "%cache%\%sha256%" || goto nocache
echo callsheet: fetching "%address%" (once) 1>&2
curl.exe -fsSL --connect-timeout 30 -o "%part%" "%address%" || goto notfetched
call :checksum "%part%"
if /i not "%found%"=="%sha256%" goto otherrelease
move /y "%part%" "%jar%" >nul || goto nocache
goto run

:given
if not exist "%jar%" goto nojar
if not defined sha256 goto run
call :checksum "%jar%"
if /i not "%found%"=="%sha256%" goto otherjar

:run
"%java%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError -Xlog:disable -jar "%jar%" %*
exit /b %ERRORLEVEL%

:checksum
rem The second line that certutil prints; old ones have a space between bytes.
set "found="
for /f "skip=1 delims=" %%h in ('certutil -hashfile "%~1" SHA256') do if not defined found set "found=%%h"
if defined found set "found=%found: =%"
exit /b 0

:nojava
echo callsheet: needs Java 17 or later: put java on the PATH, or set JAVA_HOME 1>&2
exit /b 2

:nothing
echo callsheet: beside "%~f0" are neither a built callsheet.jar nor a callsheet.release that names a release 1>&2
exit /b 2

:noversion
echo callsheet: "%version%" is no version of a release 1>&2
exit /b 2

:notpinned
echo callsheet: a release is pinned by its SHA-256, 64 digits: set CALLSHEET_SHA256 beside CALLSHEET_VERSION 1>&2
exit /b 2

:nowhere
echo callsheet: set CALLSHEET_RELEASES to where releases are 1>&2
exit /b 2

:nocache
echo callsheet: set CALLSHEET_CACHE to a directory that can be written 1>&2
exit /b 2

:notfetched
if exist "%part%" del "%part%"
echo callsheet: "%address%" could not be fetched; CALLSHEET_RELEASES is another place for it, CALLSHEET_JAR a jar that is there 1>&2
exit /b 2

:otherrelease
del "%part%"
echo callsheet: "%address%" has the SHA-256 %found%, not "%sha256%": it is not used 1>&2
exit /b 2

:nojar
echo callsheet: "%jar%", which CALLSHEET_JAR names, is no file that can be read 1>&2
exit /b 2

:otherjar
echo callsheet: "%jar%" has the SHA-256 %found%, not "%sha256%": it is not used 1>&2
exit /b 2
