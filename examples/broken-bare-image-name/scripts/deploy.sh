#!/usr/bin/env bash
set -euo pipefail
docker build -t webapi:latest .
az aks get-credentials --resource-group rg-orders --name aks-orders
kubectl apply -f k8s/webapi.yaml
