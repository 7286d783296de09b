@echo off
rem Starts the installed pgpool-lab on Windows, with the Java beside it or one of the machine.
setlocal
set "root=%~dp0.."
set "jar=%root%\share\pgpool-lab\pgpool-lab.jar"
set "PGPOOL_LAB_EXAMPLES=%root%\share\pgpool-lab\examples"

set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
if exist "%root%\lib\pgpool-lab\runtime\bin\java.exe" set "java=%root%\lib\pgpool-lab\runtime\bin\java"
"%java%" -version >nul 2>&1
if errorlevel 1 (
    echo X pgpool-lab needs Java 17 or later>&2
    echo   because  there is no java in JAVA_HOME or on PATH>&2
    echo   try      winget install EclipseAdoptium.Temurin.17.JRE>&2
    exit /b 4
)

set "archive="
if exist "%root%\lib\pgpool-lab\runtime\lib\pgpool-lab.jsa" set archive="-XX:SharedArchiveFile=%root%\lib\pgpool-lab\runtime\lib\pgpool-lab.jsa"
set "PGPOOL_LAB_COMMAND=%~n0"
"%java%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xms16m -Xmx192m -Xss512k -Xshare:auto -Xlog:disable -Dfile.encoding=UTF-8 %archive% -jar "%jar%" %*
exit /b %errorlevel%
