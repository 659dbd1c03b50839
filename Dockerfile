# The application alone; the database is a container of its own (docker-compose.yml).
FROM python:3.13-slim-trixie AS build
WORKDIR /src
COPY requirements.lock ./
RUN python -m venv /opt/ansvarskarta \
    && /opt/ansvarskarta/bin/pip install --no-cache-dir --require-hashes -r requirements.lock
COPY . .
RUN /opt/ansvarskarta/bin/pip install --no-cache-dir --no-deps --no-build-isolation .

FROM python:3.13-slim-trixie
RUN useradd --system --create-home --uid 10001 ansvarskarta \
    && install --directory --owner=ansvarskarta /home/ansvarskarta/.local/share/ansvarskarta
COPY --from=build /opt/ansvarskarta /opt/ansvarskarta
ENV PATH=/opt/ansvarskarta/bin:$PATH PYTHONUNBUFFERED=1
USER ansvarskarta
WORKDIR /home/ansvarskarta
EXPOSE 8501
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=6 \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8501/api/ready', timeout=4)"]
ENTRYPOINT ["ansvarskarta"]
CMD ["start", "--host", "0.0.0.0", "--port", "8501"]
